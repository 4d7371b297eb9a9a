// A graph of steps and the data between them, from top to bottom. A node lies below all that lead to it; nodes of one row are
// ordered by where those lie.
import { draw, make } from './elements.js';

const WIDTH = 126;
const HEIGHT = 46;
const ACROSS = 14;
const DOWN = 30;
const MARGIN = 8;

/** Fills `target`. nodes: [{title, detail, step}], edges: [[from, to]] by number, without circles; clicked(number, box). */
export function drawGraph(target, json, clicked) {
  const { nodes, edges } = JSON.parse(json);
  const rows = inRows(nodes.length, edges);
  const widest = Math.max(...rows.map((row) => row.length));
  const at = [];
  rows.forEach((row, rank) => {
    const first = MARGIN + ((widest - row.length) * (WIDTH + ACROSS)) / 2;
    row.forEach((node, i) => (at[node] = [first + i * (WIDTH + ACROSS), MARGIN + rank * (HEIGHT + DOWN)]));
  });
  const width = 2 * MARGIN + widest * (WIDTH + ACROSS) - ACROSS;
  const height = 2 * MARGIN + rows.length * (HEIGHT + DOWN) - DOWN;
  Object.assign(target.style, { width: `${width}px`, height: `${height}px` });
  const svg = draw('svg', { width, height, 'aria-hidden': 'true' });
  for (const [from, to] of edges) svg.append(draw('path', { d: arrow(at[from][0] + WIDTH / 2, at[from][1] + HEIGHT, at[to][0] + WIDTH / 2, at[to][1]) }));
  target.replaceChildren(svg, ...nodes.map((node, i) => box(node, at[i], (element) => clicked(i, element))));
}

function arrow(x, y, u, v) {
  const m = (v - y) / 2;
  return `M${x} ${y}C${x} ${y + m} ${u} ${v - m} ${u} ${v - 2}M${u - 4} ${v - 7}L${u} ${v - 1}L${u + 4} ${v - 7}`;
}

function box({ title, detail, step }, [x, y], clicked) {
  const button = make('button', { type: 'button', class: step ? 'graph-node graph-step' : 'graph-node', title: detail ? `${title} – ${detail}` : title }, make('strong', {}, title), make('span', {}, detail));
  Object.assign(button.style, { left: `${x}px`, top: `${y}px` });
  button.addEventListener('click', () => clicked(button));
  return button;
}

/** For each node how far below the first row it lies. */
export function ranksOf(count, edges) {
  const rank = new Array(count).fill(0);
  for (let moved = true; moved; ) {
    moved = false;
    for (const [from, to] of edges) {
      if (rank[to] <= rank[from]) {
        rank[to] = rank[from] + 1;
        moved = true;
      }
    }
  }
  return rank;
}

function inRows(count, edges) {
  const rank = ranksOf(count, edges);
  // What nothing leads to lies just above what uses it first.
  rank.forEach((_, node) => {
    const users = edges.filter(([from]) => from === node).map(([, to]) => rank[to]);
    if (users.length && !edges.some(([, to]) => to === node)) rank[node] = Math.min(...users) - 1;
  });
  const rows = [];
  const place = [];
  for (let r = 0; r <= Math.max(...rank); r++) {
    const row = [];
    rank.forEach((own, node) => {
      if (own !== r) return;
      const before = edges.filter(([, to]) => to === node).map(([from]) => place[from]);
      place[node] = before.length ? before.reduce((sum, each) => sum + each, 0) / before.length : row.length;
      let i = row.length;
      while (i > 0 && before.length && place[row[i - 1]] > place[node]) i--;
      row.splice(i, 0, node);
    });
    row.forEach((node, i) => (place[node] = i - row.length / 2));
    rows.push(row);
  }
  return rows;
}
