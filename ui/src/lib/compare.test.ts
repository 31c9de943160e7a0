import { expect, test } from 'vitest'
import { block } from '@/testing/fixtures'
import { compareBlocks } from './compare'
import { csvText } from './csv'

test('blocks are compared by id: changed, added, removed where they stood', () => {
  const before = [block('a', 1, '○', '甲'), block('b', 1, '○', '乙'), block('c', 1, '○', '丙')]
  const after = [block('a', 1, '○', '甲'), block('c', 1, '○', '丙丁'), block('d', 1, '○', '戊')]
  expect(compareBlocks(before, after).map((change) => `${change.kind} ${(change.after ?? change.before)!.id}`)).toEqual([
    'same a',
    'removed b',
    'changed c',
    'added d',
  ])
})

test('a list for Excel has a byte order mark and no formulas', () => {
  expect(csvText([['部局', '=1+1'], ['くらし,協働', '"']])).toBe('\ufeff部局,\'=1+1\r\n"くらし,協働",""""\r\n')
})
