import { writeFileSync } from 'node:fs'
import { movesDoc } from './lib/moves-doc'

// Printed into the repository it is run in, for the script itself runs from a bundle elsewhere.
writeFileSync('docs/MOVES.md', movesDoc())
console.log('docs/MOVES.md')
