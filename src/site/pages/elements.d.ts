import type { HTMLAttributes } from 'react'

/** Our own elements: empty places that the device's script fills. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** A place for a letter or the bar. */
      'reader-appeal': HTMLAttributes<HTMLElement> & { placement: 'letter' | 'bar' }
      /** A place for an advertisement; takes room only while html[data-ads=on]. */
      'ad-slot': HTMLAttributes<HTMLElement> & { name: string; format: 'billboard' | 'rectangle' }
      /** A light or dark switch. */
      'appearance-switch': HTMLAttributes<HTMLElement> & { 'data-words': string }
      /** A share button. */
      'share-button': HTMLAttributes<HTMLElement> & Record<`data-${string}`, string>
      'print-button': HTMLAttributes<HTMLElement> & Record<`data-${string}`, string>
    }
  }
}
