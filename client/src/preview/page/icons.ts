/** The paths of the toolbar's icons in a square of 16 by 16, in the style of VS Code's own. */
const paths = {
  copy: 'M5.5 5.5h8v9h-8zM10.5 5.5v-3h-8v9h3',
  save: 'M2.5 2.5h9l2 2v9h-11zM5.5 2.5v4h5v-4M4.5 13.5v-4h7v4',
  generate: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 7.5h5M5.5 10.5h5',
  showLog: 'M1.5 3.5h13M1.5 6.5h7M1.5 9.5h5M9.5 12.5l4-4M10 8.5h3.5V12',
  previous: 'M10.5 3 5.5 8l5 5',
  next: 'M5.5 3l5 5-5 5',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5v-3a2.5 2.5 0 0 1 5 0v3',
  unlock: 'M3.5 7.5h9v6h-9zM5.5 7.5v-3a2.5 2.5 0 0 1 4.9-.7',
} as const;

export type IconName = keyof typeof paths;

/** An icon in the colour of the text around it, hidden from screen readers since its button has a name. */
export function icon(name: IconName): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', 'aria-hidden': 'true' }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
