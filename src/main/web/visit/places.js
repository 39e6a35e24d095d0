// One reading of the place, and none where the person says no.
export const reading = () => new Promise(done => {
  if (!navigator.geolocation) return done(null)
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => done({ latitude: coords.latitude, longitude: coords.longitude, accuracyM: Math.round(coords.accuracy) }),
    () => done(null), { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 })
})

// Metres between two points that lie near each other.
export function metres(a, b) {
  const rad = Math.PI / 180
  const east = (b.longitude - a.longitude) * rad * Math.cos((a.latitude + b.latitude) / 2 * rad)
  return Math.round(Math.hypot(east, (b.latitude - a.latitude) * rad) * 6_371_000)
}
