// The places below as a map. What it shows it reads from the ranking beside it, which says the same in words.
import { Chart, echarts, px, token, words } from "./chart.js"

class BoardMap extends Chart {
  get file() { return this.getAttribute("src") }

  async prepare() {
    const [places, labels] = await Promise.all([this.file, "/web/map/labels.json"].map(async file => (await fetch(file)).json()))
    for (const { properties } of places.features) properties.cp = labels[properties.adcode] ?? properties.cp
    echarts.registerMap(this.file, places)
  }

  ready() {
    this.chart.on("click", ({ data }) => { if (data?.href) location.assign(data.href) })
  }

  draw() {
    const deep = document.documentElement.dataset.bsTheme === "dark" ? token("on-accent") : token("surface")
    const data = [...this.figures.querySelectorAll("[data-code]")].map(({ dataset: { code, name, rate, shade, title, href } }) => {
      const ground = shade > 0 ? token(`map-${shade}`) : token("sunken")
      return {
        name: code, href, title, value: rate,
        itemStyle: { areaColor: ground },
        label: { formatter: `${name}\n${rate.replace("%", "")}`, ...words(.71875, shade > 3 ? deep : token("ink")), textBorderColor: ground },
      }
    })
    this.chart.setOption({
      animation: false,
      tooltip: {
        renderMode: "richText", formatter: ({ data }) => data?.title ?? "", padding: [px(.375), px(.625)], confine: true,
        backgroundColor: token("surface"), borderColor: token("line"), textStyle: { ...words(.8125, token("ink")), lineHeight: px(1.25) },
      },
      series: [{
        type: "map", map: this.file, nameProperty: "code", data, selectedMode: false, cursor: "pointer",
        top: px(.5), bottom: px(.5), left: px(.5), right: px(.5), preserveAspect: "contain", aspectScale: .88,
        itemStyle: { areaColor: token("sunken"), borderColor: token("surface"), borderWidth: 1.5 },
        emphasis: { itemStyle: { areaColor: "inherit", borderColor: token("ink"), borderWidth: 1.5 }, label: { color: "inherit" } },
        label: { show: true, formatter: "", lineHeight: px(.875), fontWeight: 500, textBorderWidth: 2.5 },
        labelLayout: { hideOverlap: true },
      }],
    })
  }
}
customElements.define("board-map", BoardMap)
