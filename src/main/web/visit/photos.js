// Photos: made small on the phone, sent each under its own id, so that sending again stores nothing twice.
import { uuid } from "./drafts.js"

const SIDE = 1600
const BYTES = 400 * 1024

const blobOf = (canvas, quality) => new Promise(done => canvas.toBlob(done, "image/jpeg", quality))

// At most 400 KB; what the browser cannot read goes as it is.
async function shrink(file) {
  let picture
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" })
  } catch {
    return file
  }
  const canvas = document.createElement("canvas")
  for (let side = SIDE; ; side = side * .75) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of [.82, .7, .55]) {
      const blob = await blobOf(canvas, quality)
      if (blob.size <= BYTES || side < 500) return blob
    }
  }
}

// What the draft keeps of a photo; "sent" is the server's id for it.
export async function taken(file, position) {
  return { id: uuid(), blob: await shrink(file), takenAt: new Date().toISOString(), position, sent: null }
}

export const drawn = blob => ({ id: uuid(), blob, takenAt: new Date().toISOString(), position: null, sent: null })

const headers = () => JSON.parse(document.body.getAttribute("hx-headers"))

// Throws a TypeError without a signal, a Refused where the server says no.
export async function post(path, body, type) {
  const response = await fetch(path, { method: "POST", body, headers: { ...headers(), Accept: "application/json", ...(type && { "Content-Type": type }) } })
  if (response.ok) return response.json()
  throw new Refused(response.status, await response.json().catch(() => ({})))
}

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? "")
    Object.assign(this, { status, problem })
  }
}

// On their way now: asked for again, a photo is not sent twice.
const underway = new WeakMap()

export async function send(photo) {
  if (photo.sent) return
  if (!underway.has(photo)) underway.set(photo, post("/api/v1/evidence", asForm(photo)).finally(() => underway.delete(photo)))
  photo.sent = (await underway.get(photo)).id
}

function asForm({ id, blob, takenAt, position }) {
  const form = new FormData()
  form.append("id", id)
  form.append("takenAt", takenAt)
  if (position) {
    form.append("latitude", position.latitude)
    form.append("longitude", position.longitude)
  }
  form.append("file", blob, blob.type === "image/png" ? "signature.png" : "photo.jpg")
  return form
}
