import { makeDb } from '../../platform/db.ts'
import { picturesAway } from '../../report/pictures-away.ts'

/** Every picture that the database knows lies in this host's store. */
export async function pictures(ownerUrl: string, { dataDir }: { dataDir: string }): Promise<string> {
  const owner = makeDb(ownerUrl, { max: 1, name: 'lapor doctor' })
  try {
    const { said } = await picturesAway(owner, dataDir)
    if (said) throw new Error(said)
    return 'every picture has its file here'
  } finally {
    await owner.destroy()
  }
}
