import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { listenForKeys } from './keyboard/keys.ts'
import './styles/index.css'

listenForKeys()
const element = document.getElementById('app')
if (element) {
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
