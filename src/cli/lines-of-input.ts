/** The first line of standard input, without spaces around it: how a command is told a password. '' when nothing came. */
export async function firstLineOfInput(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.split('\n')[0]?.trim() ?? ''
}
