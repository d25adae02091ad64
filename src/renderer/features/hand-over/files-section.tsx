import { allInOne, handOffFiles, type HandOffFile, type HandOffId } from '@shared/hand-off';
import { Button, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { saveBytes, saveText } from '../../app/save-file';
import { useStudyLabel } from '../../review-kit';
import styles from './hand-over.module.css';

const groups: readonly {
  readonly id: 'sheet' | 'tables' | 'revman';
  readonly files: readonly HandOffId[];
}[] = [
  {
    id: 'sheet',
    files: [
      'bundle',
      'schema',
      'metapsy-csv',
      'metafor',
      'planned-analyses',
      'long-csv',
      'dictionary',
      'xlsx',
    ],
  },
  {
    id: 'tables',
    files: [
      'characteristics-docx',
      'characteristics-html',
      'directions-docx',
      'directions-html',
      'directions-csv',
      'not-pooled-csv',
    ],
  },
  { id: 'revman', files: ['revman-studies', 'revman-arms', 'revman-results', 'revman-rob2'] },
];

/** Everything that can be handed over, as files to save, by what they are for. */
export function FilesSection() {
  const { results: words, handOff: texts } = useTexts();
  const { settings, say } = useApp();
  const { state } = useReview();
  const files = handOffFiles(state, useStudyLabel(), settings.language);
  const save = async ({ name, type, content }: HandOffFile): Promise<void> => {
    const made = content();
    const saved =
      typeof made === 'string' ? await saveText(name, type, made) : await saveBytes(name, type, made);
    if (saved.ok && saved.value) say({ text: words.saved(name) });
  };
  const saveAll = async (): Promise<void> => {
    const name = 'hand-over.zip';
    const saved = await saveBytes(name, 'application/zip', allInOne(files));
    if (saved.ok && saved.value) say({ text: words.saved(name) });
  };
  return (
    <section className={styles['section']}>
      <div className={styles['sectionHead']}>
        <h2>{words.files}</h2>
        <Button onPress={() => void saveAll()}>{texts.saveAll}</Button>
      </div>
      {groups.map((group) => (
        <table key={group.id} className={`${controls['table']} ${styles['files']}`}>
          <caption>{texts.groups[group.id]}</caption>
          <tbody>
            {group.files.flatMap((id) => {
              const file = files.find((candidate) => candidate.id === id);
              if (!file) return [];
              const { label, hint } = texts.files[id];
              return [
                <tr key={id}>
                  <td>
                    <strong>{label}</strong>
                    <div className={styles['hint']}>{hint}</div>
                  </td>
                  <td className={`${styles['hint']} ${styles['fileName']}`}>{file.name}</td>
                  <td className={controls['num']}>
                    <Button small label={`${words.save}: ${label}`} onPress={() => void save(file)}>
                      {words.save}
                    </Button>
                  </td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      ))}
    </section>
  );
}
