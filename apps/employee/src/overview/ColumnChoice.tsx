import { CheckboxGroup } from '@signalen/ui'
import { Popover } from '../components/Popover.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { COLUMNS, type ColumnName } from './columns.tsx'
import { useColumnChoice } from './use-column-choice.ts'

export function ColumnChoice() {
  const { overview } = useMessages()
  const [chosen, setChosen] = useColumnChoice()
  const choose = (name: string, isChosen: boolean) => {
    const names = COLUMNS.map((column) => column.name)
    setChosen(names.filter((one): one is ColumnName => (one === name ? isChosen : chosen.includes(one))))
  }
  return (
    <div className="column-choice">
      <Popover
        label={
          <>
            <StaffIcon name="gear" />
            {overview.columns}
          </>
        }
      >
        <CheckboxGroup
          id="columns"
          name="columns"
          label={overview.columns}
          choices={COLUMNS.map(({ name }) => ({ value: name, label: overview.fields[name] }))}
          selected={chosen}
          onSelect={choose}
        />
      </Popover>
    </div>
  )
}
