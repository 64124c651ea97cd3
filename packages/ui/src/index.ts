export { Alert, type AlertKind, type AlertProps } from './components/Alert.tsx'
export {
  Button,
  ButtonLink,
  type ButtonLinkProps,
  type ButtonProps,
  type ButtonPurpose,
} from './components/Button.tsx'
export {
  CheckboxField,
  type CheckboxFieldProps,
  CheckboxGroup,
  type Choice,
  type ChoiceGroupProps,
  ChoiceOptions,
  Fieldset,
  type FieldsetProps,
  RadioGroup,
} from './components/choice-fields.tsx'
export { classNames } from './components/class-names.ts'
export { ErrorSummary, type ErrorSummaryProps, type FieldError } from './components/ErrorSummary.tsx'
export {
  controlAttributes,
  describedBy,
  FieldDescription,
  FieldErrorMessage,
  type FieldProps,
  FormField,
  type FormFieldProps,
} from './components/form-field.tsx'
export { Icon, type IconName } from './components/Icon.tsx'
export { type FooterLink, FooterLinks, PageShell, type PageShellProps } from './components/PageShell.tsx'
export { RichText } from './components/RichText.tsx'
export { Steps, type StepsProps } from './components/Steps.tsx'
export { SummaryList, type SummaryRow } from './components/SummaryList.tsx'
export {
  Actions,
  DataBadge,
  Heading,
  type HeadingLevel,
  type HeadingProps,
  InLanguage,
  Link,
  Paragraph,
  type ParagraphProps,
  SkipLink,
  Stack,
  VisuallyHidden,
} from './components/text.tsx'
export {
  SelectField,
  type SelectFieldProps,
  type SelectGroup,
  type SelectOption,
  TextareaField,
  type TextareaFieldProps,
  TextField,
  type TextFieldProps,
} from './components/text-fields.tsx'
export { readAssets, sortByDistance } from './form-engine/assets.ts'
export {
  EARLIER,
  FIELD_NAMES,
  type FormFields,
  findField,
  readFormAnswers,
  writeAssetValue,
} from './form-engine/form-fields.ts'
export { FORM_MESSAGES, type FormMessages, presentFault } from './form-engine/form-messages.ts'
export { QuestionField } from './form-engine/QuestionField.tsx'
export { type QuestionFieldProps, toFieldId } from './form-engine/question-field-props.tsx'
export * from './language/language.ts'
