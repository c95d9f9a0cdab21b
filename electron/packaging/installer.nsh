; Links like resolutionflow://ticket/123 open the app as soon as it is installed, for whom it is
; installed: SHELL_CONTEXT is the user's part of the registry, or the machine's. electron-builder
; registers links on macOS and Linux by itself.

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\resolutionflow" "" "URL:ResolutionFlow"
  WriteRegStr SHELL_CONTEXT "Software\Classes\resolutionflow" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\resolutionflow\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\resolutionflow\shell\open\command" "" '"$appExe" "%1"'
!macroend

; An update takes the old version away first, and would leave the links without a home.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\resolutionflow"
  ${endIf}
!macroend
