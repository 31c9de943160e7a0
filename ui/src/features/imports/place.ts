import type { Problem } from '@/lib/api'
import { say } from '@/lib/words'

/** A place in a table: rows and columns from 1, column 0 for the whole row; no worksheet in a file without. */
interface Place {
  sheet: string
  row: number
  column: number
}

/** Where in a file the trouble is: a worksheet and a cell, as a spreadsheet names them. */
export function placeOf(problem: Problem): string | null {
  const place = problem.body['place'] as Place | undefined
  if (!place) return null
  const cell = `${lettersOf(place.column)}${place.row}`
  return place.sheet ? say('import.place', { sheet: place.sheet, cell }) : cell
}

/** 3 → C, 28 → AB; 0, the whole row, → nothing. */
function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
