// What all charts share: the library, and the looks of the page that they stand in. Drawn on canvas, so that no style
// stands in any markup; read anew at each drawing, so that dark and large need no word of their own.
import * as echarts from "/_static/echarts/6.0.0/dist/echarts.esm.min.js"

export { echarts }

export const token = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

export const px = rem => rem * parseFloat(getComputedStyle(document.documentElement).fontSize)

export const words = (rem = .75, color = token("ink-2")) => ({ fontFamily: token("sans"), fontSize: px(rem), color })

// A place for a chart: follows its size, and is drawn again when htmx has brought its figures anew: the element whose id
// is named by data-figures.
export class Chart extends HTMLElement {
  chart
  #size = new ResizeObserver(() => this.#fit())
  #again = ({ target }) => { if (target.id === this.dataset.figures) this.draw() }

  async connectedCallback() {
    await this.prepare()
    if (!this.isConnected) return
    this.chart = echarts.init(this, null, { renderer: "canvas" })
    this.draw()
    this.#size.observe(this)
    document.addEventListener("htmx:afterSettle", this.#again)
    this.ready()
  }

  disconnectedCallback() {
    this.#size.disconnect()
    document.removeEventListener("htmx:afterSettle", this.#again)
    this.chart?.dispose()
  }

  get figures() { return document.getElementById(this.dataset.figures) }

  async prepare() {}
  ready() {}

  #fit() {
    this.chart.resize()
    this.draw()
  }
}
