let context: AudioContext | null = null;

/** Browsers give sound only to who has pressed something: called from a press. */
export function unlockSound(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    // a browser without sound shows the alarm all the same
  }
}

/** Longest that a sound which the browser holds back is waited for. */
const patience = 400;

/**
 * Three double notes: heard over a room at work, and not a scream.
 * @returns false when the browser gave no sound
 */
export async function ring(): Promise<boolean> {
  const sounding = context;
  if (!sounding) return false;
  const late = new Promise((done) => {
    setTimeout(done, patience);
  });
  await Promise.race([
    sounding.resume().then(
      () => true,
      () => false,
    ),
    late,
  ]);
  if (sounding.state !== 'running') return false;
  for (const second of [0, 0.7, 1.4]) {
    note(sounding, 880, sounding.currentTime + second);
    note(sounding, 1175, sounding.currentTime + second + 0.22);
  }
  return true;
}

function note(sounding: AudioContext, frequency: number, at: number): void {
  const tone = sounding.createOscillator();
  const volume = sounding.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.5, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.45);
  tone.connect(volume).connect(sounding.destination);
  tone.start(at);
  tone.stop(at + 0.5);
}
