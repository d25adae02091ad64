export { Button, Kbd, type ButtonProps } from './button';
export { Dialog } from './dialog';
export { Badge, EmptyState, Loading, Notice, Progress, type Tone } from './feedback';
export { Checkbox, Segments, SelectField, TextField, type Choice } from './fields';
export { Finish, NextStep } from './next-step';
export { Tabs } from './tabs';
export { whenReachedByKey } from './reached-by-key';
export { onEnterInLine, useKeys, type KeyMap } from './keys';
export { default as controls } from './controls.module.css';
