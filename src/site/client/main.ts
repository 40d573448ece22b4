import { startAppearance } from './appearance.ts'
import { startEmbeds } from './embeds.ts'
import { startMoments } from './moments.ts'
import { startShare } from './share.ts'

// Every page works without this; what it finds on the page it makes handier.
startAppearance()
startShare()
startEmbeds()
startMoments()
