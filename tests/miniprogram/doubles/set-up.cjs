process.env.TARO_ENV ??= 'h5'
// what every browser has and jsdom has not
if (typeof Blob !== 'undefined' && !Blob.prototype.arrayBuffer) {
  Blob.prototype.arrayBuffer = function arrayBuffer() {
    return new Promise((resolve) => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result)
      reader.readAsArrayBuffer(this)
    })
  }
}
if (typeof URL !== 'undefined' && !URL.createObjectURL) URL.createObjectURL = () => 'blob:double'
if (typeof SVGElement !== 'undefined' && !SVGElement.prototype.getScreenCTM) SVGElement.prototype.getScreenCTM = () => null
