// The visit as it is sent, once its photos have arrived.
import { device } from "./drafts.js"

export function report(checklist) {
  const { id, mode, startedAt, endedAt, start, end, version, who, companion, signature, advice, adviceText, scene, photos } = checklist.draft
  const ids = list => list.map(photo => photos[photo].sent)
  const words = [...advice, adviceText.trim()].filter(Boolean).join("；")
  return {
    id, mode, startedAt, endedAt, start: start ?? null, end: end ?? null, checklistVersion: version,
    answers: checklist.items().map(item => answer(checklist, item, ids)),
    companion: who === "none" ? { name: null, post: null, signature: null, declined: companion.declined }
      : { name: checklist.companion, post: who === "principal" ? checklist.form.dataset.principalPost : companion.post.trim() || null, signature: photos[signature].sent, declined: null },
    advice: words || null, evidence: ids(scene), sentAt: new Date().toISOString(), device: device()
  }
}

// The first finding goes by its id, further ones in words.
function answer(checklist, item, ids) {
  const { result, findings, text, severity, value, fixed, photos, seconds } = checklist.answer(item)
  const sent = { item: item.dataset.item, result, text: null, finding: null, severity: null, value, evidence: ids(photos), fixedOnSite: false, seconds }
  if (result !== "PROBLEM") return sent
  return { ...sent, finding: findings[0] ?? null, text: checklist.words(item, { findings: findings.slice(1), text }) || null, severity, fixedOnSite: fixed }
}
