import type { ButtonHTMLAttributes, Ref } from 'react'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'main' | 'second' | 'plain' | 'danger'
  small?: boolean
  /** Why the button sleeps; it stays reachable by keyboard and says so. */
  sleeping?: string | null
  ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'second', small, sleeping, className, onClick, ...rest }: ButtonProps) {
  const names = ['button', `button-${look}`, small && 'button-small', className].filter(Boolean).join(' ')
  return (
    <button
      type="button"
      className={names}
      aria-disabled={sleeping ? true : undefined}
      title={sleeping ?? rest.title}
      {...rest}
      onClick={sleeping ? (event) => event.preventDefault() : onClick}
    />
  )
}
