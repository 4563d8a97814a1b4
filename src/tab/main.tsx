// First, since it must run before any schema is made.
import './uncompiled-schemas.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Start } from './session/start.tsx'

const place = document.getElementById('tab')
if (!place) throw new TypeError('the page has no place for the tab')
createRoot(place).render(
  <StrictMode>
    <Start />
  </StrictMode>,
)
