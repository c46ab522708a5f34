import { readFileSync } from 'node:fs'
import { movesDoc } from '../../scripts/lib/moves-doc'

test('the documentation of moves is what the tables say (npm run docs:moves)', () => {
  expect(readFileSync('docs/MOVES.md', 'utf8')).toBe(movesDoc())
})
