import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { say } from '@/lib/words'
import { Button } from './button'

interface AskProps {
  title: string
  action: string
  danger?: boolean
  sleeping?: string | null
  busy?: boolean
  onDo: () => void
  onClose: () => void
  children?: ReactNode
}

/** A question before something that others see at once (提出, 差戻し, 確定, 公表, 公表取消); nothing else asks. */
export function Ask({ title, action, danger, sleeping, busy, onDo, onClose, children }: AskProps) {
  return (
    <ModalOverlay className="ask-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="ask">
        <Dialog className="ask-dialog" role="alertdialog">
          <Heading slot="title" className="ask-title">
            {title}
          </Heading>
          <div className="ask-body">{children}</div>
          <div className="ask-buttons">
            <Button look="plain" onClick={onClose}>
              {say('button.cancel')}
            </Button>
            <Button look={danger ? 'danger' : 'main'} sleeping={busy ? say('status.working') : sleeping} onClick={onDo} autoFocus={!sleeping}>
              {action}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
