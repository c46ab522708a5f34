/** Any icon is an empty place. */
module.exports = new Proxy({ __esModule: true }, { get: (target, name) => (name in target ? target[name] : () => null) })
