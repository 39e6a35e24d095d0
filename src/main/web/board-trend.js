// Eight quarters as lines. What it shows it reads from the table beside it.
import { Chart, px, token, words } from "./chart.js"

const percent = rate => rate === undefined ? null : Math.floor(rate * 1000) / 10

class BoardTrend extends Chart {
  draw() {
    const rows = [...this.figures.querySelectorAll("tbody tr")].map(row => row.dataset)
    const supervision = rows.map(row => percent(row.supervision)), closure = rows.map(row => percent(row.closure))
    const ended = values => values.map((value, i) => rows[i].running ? null : value)
    const running = values => values.map((value, i) => rows[i].running ? value : null)
    const known = [...supervision, ...closure].filter(value => value !== null)
    const floor = known.length ? Math.floor(Math.min(...known, 99) / 20) * 20 : 0
    this.chart.setOption({
      animation: false, textStyle: words(),
      grid: { left: px(2.5), right: px(3.25), top: px(1.125), bottom: px(1.5) },
      xAxis: {
        type: "category", data: rows.map(row => row.label), axisTick: { show: false },
        axisLine: { lineStyle: { color: token("line-strong") } }, axisLabel: { ...words(), interval: this.clientWidth < px(26) ? 1 : 0 },
      },
      yAxis: {
        type: "value", min: floor, max: 100, interval: (100 - floor) / 2, splitLine: { lineStyle: { color: token("line") } },
        axisLabel: { ...words(), formatter: "{value}%" },
      },
      series: [
        this.#line(ended(supervision), ended(closure), token("accent"), "circle", { width: 2.5 }, "top"),
        this.#line(ended(closure), ended(supervision), token("map-4"), "diamond", { width: 2, type: [5, 4] }, "bottom"),
        this.#now(running(supervision), token("accent"), "diamond"),
        this.#now(running(closure), token("map-4"), "diamond"),
      ],
    })
  }

  // The first and the last value stand beside it: above the higher of the two lines, below the lower; where they meet, on its own side.
  #line(values, others, color, symbol, line, side) {
    const known = values.flatMap((value, i) => value === null ? [] : [i])
    const sideOf = i => others[i] === null || others[i] === values[i] ? side : values[i] > others[i] ? "top" : "bottom"
    return {
      type: "line", symbol, symbolSize: px(.4375), itemStyle: { color }, lineStyle: { ...line, color }, silent: true,
      data: values.map((value, i) => ({ value, label: { show: i === known[0] || i === known.at(-1), position: sideOf(i), ...this.#label(value) } })),
    }
  }

  // A quarter that still runs is no fall: it stands by itself.
  #now(values, color, symbol) {
    return {
      type: "scatter", symbol, symbolSize: px(.75), itemStyle: { color, opacity: 1 }, silent: true,
      data: values.map(value => ({ value, label: { show: value !== null, position: "right", ...this.#label(value) } })),
      labelLayout: { moveOverlap: "shiftY" },
    }
  }

  #label(value) {
    return { formatter: `${value}%`, ...words(.75, token("ink")), fontWeight: 600 }
  }
}
customElements.define("board-trend", BoardTrend)
