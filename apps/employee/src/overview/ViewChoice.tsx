import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { LIST_VIEWS, useListView } from './use-list-view.ts'

const ICONS = { list: 'list', both: 'columns', map: 'map' } as const

export function ViewChoice() {
  const { overview } = useMessages()
  const [view, setView] = useListView()
  return (
    <fieldset className="segments">
      <legend className="signalen-visually-hidden">{overview.view}</legend>
      {LIST_VIEWS.map((choice) => (
        <button
          key={choice}
          type="button"
          className="segments__button"
          aria-pressed={choice === view}
          title={overview.views[choice]}
          onClick={() => setView(choice)}
        >
          <StaffIcon name={ICONS[choice]} />
          <span className="segments__label">{overview.views[choice]}</span>
        </button>
      ))}
    </fieldset>
  )
}
