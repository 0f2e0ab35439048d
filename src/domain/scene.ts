import { type Day, daysBetween } from './day.ts';
import type { Statement } from './statement.ts';

/** A scene is met again when a month has shown what became of it; a week later it is left alone. In days. */
export const SCENE = { againFrom: 30, againTo: 37 } as const;

/** True once the scene can be held against a month of counts. */
export function sceneIsOld(scene: Statement, today: Day): boolean {
  return daysBetween(scene.on, today) >= SCENE.againFrom;
}

/** True in the week in which the scene is to be shown again. */
export function sceneComesBack(scene: Statement, today: Day): boolean {
  return sceneIsOld(scene, today) && daysBetween(scene.on, today) <= SCENE.againTo;
}
