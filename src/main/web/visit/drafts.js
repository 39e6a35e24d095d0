// Visits that were begun and not sent yet, kept on the phone with their photos; one for each task.
const opened = new Promise((done, failed) => {
  const request = indexedDB.open("liangze", 1)
  request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "task" })
  request.onsuccess = () => done(request.result)
  request.onerror = () => failed(request.error)
})

async function ask(mode, question) {
  const store = (await opened).transaction("drafts", mode).objectStore("drafts")
  return new Promise((done, failed) => {
    const request = question(store)
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
}

export const find = task => ask("readonly", store => store.get(task))
export const all = () => ask("readonly", store => store.getAll())
export const drop = task => ask("readwrite", store => store.delete(task))
export const keep = draft => ask("readwrite", store => store.put(draft))

// Also where the page came over plain http and the browser's own is missing.
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = bytes[6] & 0x0f | 0x40
  bytes[8] = bytes[8] & 0x3f | 0x80
  return Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5")
}

// The app's own random id on this phone.
export function device() {
  let id = localStorage.getItem("device")
  if (!id) localStorage.setItem("device", id = uuid())
  return id
}
