/** The first lines of standard input, without spaces around them: how a command is told what is secret. Fewer when fewer came. */
export async function linesOfInput(most: number): Promise<string[]> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk
    if (text.split('\n').length > most) break
  }
  return text
    .split('\n')
    .slice(0, most)
    .map((line) => line.trim())
}

/** The first of them; '' when nothing came. */
export async function firstLineOfInput(): Promise<string> {
  return (await linesOfInput(1))[0] ?? ''
}
