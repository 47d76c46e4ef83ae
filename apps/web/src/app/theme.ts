import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** From lightest to darkest; the seventh and on keep 4.5:1 against white. */
const brand: MantineColorsTuple = [
  '#eaf3fa',
  '#d3e5f2',
  '#a6cae4',
  '#76aed6',
  '#4f97ca',
  '#2a7db5',
  '#0b5a8f',
  '#094d7b',
  '#074068',
  '#053352',
];
const ok: MantineColorsTuple = [
  '#e7f4ec',
  '#cde8d7',
  '#9dd1b0',
  '#6bb989',
  '#43a367',
  '#2a8a4e',
  '#1b6e3c',
  '#165c32',
  '#114a28',
  '#0c381e',
];
const warn: MantineColorsTuple = [
  '#fff3df',
  '#ffe4bd',
  '#fbcb85',
  '#f0ae4c',
  '#d98e1f',
  '#b36a06',
  '#8a4b00',
  '#743f00',
  '#5e3300',
  '#472700',
];
const danger: MantineColorsTuple = [
  '#fdecec',
  '#f8d2d2',
  '#efa5a5',
  '#e57878',
  '#d94f4f',
  '#c33030',
  '#a61b1b',
  '#8c1616',
  '#721111',
  '#580d0d',
];
const info: MantineColorsTuple = [
  '#eceffb',
  '#d7ddf5',
  '#aebbeb',
  '#8496df',
  '#6177d1',
  '#4a5fbd',
  '#3b4ca8',
  '#31408e',
  '#283474',
  '#1f285a',
];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 6,
  autoContrast: true,
  colors: { brand, ok, warn, danger, info },
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontSizes: { xs: '0.8rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // What is still to come says so itself.
  components: { Skeleton: { defaultProps: { 'aria-busy': true } } },
});

const light = {
  '--soquy-ink': '#16202b',
  '--soquy-muted': '#4a5a6a',
  '--soquy-canvas': '#f5f7f9',
  '--soquy-surface': '#ffffff',
  '--soquy-line': '#d5dbe1',
  '--soquy-brand': '#0b5a8f',
  '--soquy-ok': '#1b6e3c',
  '--soquy-ok-soft': '#e7f4ec',
  '--soquy-warn': '#8a4b00',
  '--soquy-warn-soft': '#fff3df',
  '--soquy-danger': '#a61b1b',
  '--soquy-danger-soft': '#fdecec',
  '--soquy-info': '#3b4ca8',
  '--soquy-info-soft': '#eceffb',
  '--mantine-color-text': '#16202b',
  '--mantine-color-dimmed': '#4a5a6a',
  '--mantine-color-body': '#f5f7f9',
  '--mantine-color-default-border': '#66727f',
  '--mantine-color-placeholder': '#5c6a78',
  '--mantine-color-error': '#a61b1b',
};

const dark: typeof light = {
  '--soquy-ink': '#e8edf2',
  '--soquy-muted': '#a9b6c3',
  '--soquy-canvas': '#11181f',
  '--soquy-surface': '#1a232c',
  '--soquy-line': '#34414d',
  '--soquy-brand': '#8cc4ec',
  '--soquy-ok': '#7fd3a0',
  '--soquy-ok-soft': '#12301f',
  '--soquy-warn': '#f0bd6a',
  '--soquy-warn-soft': '#3a2708',
  '--soquy-danger': '#f5a3a3',
  '--soquy-danger-soft': '#421515',
  '--soquy-info': '#b3bff5',
  '--soquy-info-soft': '#20284d',
  '--mantine-color-text': '#e8edf2',
  '--mantine-color-dimmed': '#a9b6c3',
  '--mantine-color-body': '#11181f',
  '--mantine-color-default-border': '#8492a0',
  '--mantine-color-placeholder': '#97a5b3',
  '--mantine-color-error': '#f5a3a3',
};

/** Contrast of each pair is checked by the browser run in both themes. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light, dark });
