// Loaded before a child's own code: the child ends with the command that started it, even when that was killed.
const PATIENCE_MS = 8000

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
