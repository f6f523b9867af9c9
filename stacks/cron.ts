const shanghaiAheadMinutes = 8 * 60;
const dayMinutes = 24 * 60;

/** The rule's expression in UTC for a time of day in Asia/Shanghai, HH:MM. */
export function cronOf(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const utc = (hours * 60 + minutes - shanghaiAheadMinutes + dayMinutes) % dayMinutes;
  return `cron(${utc % 60} ${Math.floor(utc / 60)} * * ? *)`;
}
