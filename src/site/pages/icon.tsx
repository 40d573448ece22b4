const shapes = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20.5 20.5',
  menu: 'M4 7h16M4 12h16M4 17h11',
  close: 'M6 6l12 12M18 6 6 18',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M6 11.5H5V20.5h14v-9h-1',
  print: 'M7 9V4h10v5M7 17H4V9.5h16V17h-3M7 14h10v6.5H7z',
  feed: 'M5 5c8 0 14 6 14 14M5 11.5c4.500 0 7.500 3 7.500 7.500M6 18.200h.010',
} as const

/** A small line drawing that says nothing to a screen reader: words stand beside it. */
export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
