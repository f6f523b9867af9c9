import { raw } from "hono/html";
import { formatDays } from "./format.ts";
import { type Figures, levelOf, levelReached } from "./level.ts";
import { escapeText } from "./markup.ts";
import type { Text } from "./text.ts";

export type GaugeFigures = Figures & { readonly pendingDays: number };

const width = 400;

/** Used and pending days against the limit, all in working days: the bar with its mark, and the figures in words. */
export function Gauge({ text, figures }: { text: Text; figures: GaugeFigures }) {
  const { countedDays, limitDays, pendingDays } = figures;
  const over = countedDays - limitDays;
  return (
    <div class={`dm-gauge dm-gauge--${levelReached(figures)}`}>
      {gaugeBar(text, figures)}
      <p class="dm-gauge__figures">
        <strong>{text.gauge.used({ used: formatDays(countedDays), limit: formatDays(limitDays) })}</strong>
        <span> · </span>
        {pendingDays > 0 ? `${text.gauge.pending({ pending: formatDays(pendingDays) })} · ` : ""}
        {over > 0
          ? text.gauge.over({ over: formatDays(over) })
          : text.gauge.left({ left: formatDays(-over) })}
        <span class="dm-gauge__level">{levelWords(text, figures)}</span>
      </p>
    </div>
  );
}

/** The level in words; where what waits would raise it, what it would be and at how many days. */
function levelWords(text: Text, figures: GaugeFigures): string {
  const reached = levelReached(figures);
  if (reached === levelOf(figures)) return text.gauge.level[reached];
  const together = formatDays(figures.countedDays + figures.pendingDays);
  return text.gauge.reached({ together, level: text.gauge.level[reached] });
}

/** The bar alone: used filled, pending striped, warning ticks, the limit as a line that stands out. */
function gaugeBar(text: Text, figures: GaugeFigures) {
  const { countedDays, limitDays, pendingDays, warnAtDays } = figures;
  const scale = width / Math.max((limitDays * 4) / 3, countedDays + pendingDays);
  const at = (days: number) => Math.round(days * scale * 10) / 10;
  const used = at(countedDays);
  const pending = at(countedDays + pendingDays) - used;
  const title = text.gauge.title({ used: formatDays(countedDays), limit: formatDays(limitDays) });
  const ticks = warnAtDays.filter((each) => each < limitDays).map((each) => `M${at(each)} 22v5`);
  return raw(
    `<svg class="dm-bar dm-bar--${levelReached(figures)}" viewBox="0 0 ${width} 44" width="${width}" height="44" role="img">` +
      `<title>${escapeText(title)}</title><rect class="track" y="8" width="${width}" height="14"/>` +
      `<rect class="used" y="8" width="${used}" height="14"/>` +
      (pending > 0 ? `<path class="pending" d="M${used} 15h${pending}"/>` : "") +
      `<path class="tick" d="${ticks.join("")}"/><path class="limit" d="M${at(limitDays)} 3v24"/>` +
      `<text x="${at(limitDays)}" y="40">${formatDays(limitDays)}</text>` +
      warnAtDays
        .filter((each) => each < limitDays)
        .map((each) => `<text x="${at(each)}" y="40">${formatDays(each)}</text>`)
        .join("") +
      "</svg>",
  );
}

/** A bar for a table cell, after the figure that the cell writes itself: no text, hidden from assistive technology. */
export function miniBar(figures: GaugeFigures) {
  const { countedDays, limitDays, pendingDays } = figures;
  const at = (days: number) => Math.min(80, Math.round((days * 60) / limitDays));
  const used = at(countedDays);
  const pending = at(countedDays + pendingDays) - used;
  return raw(
    `<svg class="dm-mini dm-bar--${levelReached(figures)}" viewBox="0 0 80 12" width="80" height="12" aria-hidden="true">` +
      `<rect class="track" y="2" width="80" height="8"/><rect class="used" y="2" width="${used}" height="8"/>` +
      (pending > 0 ? `<path class="pending" d="M${used} 6h${pending}"/>` : "") +
      '<path class="limit" d="M60 0v12"/></svg>',
  );
}
