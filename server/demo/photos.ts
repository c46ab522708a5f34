import sharp from 'sharp'
import type { Sample } from './sample-data'

type PhotoName = NonNullable<Sample['photo']>

/** Simple drawings in place of photos: the demo shows nobody's real street. */
const DRAWINGS: Record<PhotoName, string> = {
  road: `<rect width="960" height="720" fill="#b9c4c9"/><rect y="300" width="960" height="420" fill="#6f7478"/><path d="M120 520q90-70 210-30t150 60-190 70-170-100z" fill="#4a4d50"/><path d="M600 430q70-40 130-10t80 50-120 40-90-80z" fill="#505356"/><path d="M0 380h960" stroke="#e8dfb8" stroke-width="10" stroke-dasharray="80 60"/>`,
  water: `<rect width="960" height="720" fill="#c9d8cf"/><path d="M0 300q240-60 480 0t480 0v420h-960z" fill="#5e7a5f"/><path d="M60 430q120-40 240 0t240 0 300 0" stroke="#87a06f" stroke-width="22" fill="none"/><circle cx="680" cy="520" r="46" fill="#86945c"/><circle cx="300" cy="600" r="60" fill="#7b8a55"/><rect x="0" y="220" width="960" height="70" fill="#9aa39b"/>`,
  lamp: `<rect width="960" height="720" fill="#27364a"/><rect x="470" y="160" width="16" height="520" fill="#101823"/><path d="M478 170q120-60 200 10" stroke="#101823" stroke-width="14" fill="none"/><circle cx="684" cy="196" r="26" fill="#3b4a5e"/><rect y="640" width="960" height="80" fill="#1b2532"/>`,
  rubbish: `<rect width="960" height="720" fill="#d9d2c3"/><rect y="470" width="960" height="250" fill="#a89f8d"/><rect x="180" y="250" width="220" height="290" rx="14" fill="#4d7a57"/><rect x="440" y="270" width="220" height="270" rx="14" fill="#56845f"/><circle cx="300" cy="590" r="60" fill="#5b5750"/><circle cx="520" cy="600" r="76" fill="#3f3c38"/><circle cx="720" cy="580" r="52" fill="#6a655c"/>`,
}

/** The drawings as JPEG files, by name. */
export const drawPhotos = async (): Promise<Map<string, Buffer>> => {
  const drawn = Object.entries(DRAWINGS).map(async ([name, shapes]) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">${shapes}</svg>`
    return [name, await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()] as const
  })
  return new Map(await Promise.all(drawn))
}
