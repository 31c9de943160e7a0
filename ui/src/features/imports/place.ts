import type { Problem } from '@/lib/api'
import { say } from '@/lib/words'

/** Where in a file the trouble is: a worksheet and a cell, as a spreadsheet names them. */
export function placeOf(problem: Problem): string | null {
  const { place } = problem.body
  if (typeof place === 'string') return place
  if (typeof place !== 'object' || place === null) return null
  const { sheet, row, column, address } = place as { sheet?: string; row?: number; column?: number; address?: string }
  const cell = address ?? (row ? `${lettersOf(column ?? 0)}${row}` : '')
  return sheet ? say('import.place', { sheet, cell }) : cell || null
}

/** 3 → C, 28 → AB; 0, the whole row, → nothing. */
function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
