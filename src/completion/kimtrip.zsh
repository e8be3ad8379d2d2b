#compdef kimtrip
# Completion of kimtrip for zsh: source <(kimtrip completion zsh), after compinit

_kimtrip() {
  local -a lines
  local line
  # Words come with their quotes, which (Q) takes off. Completion never executes or expands what they hold.
  lines=("${(@f)$(kimtrip complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)}")
  case $lines[1] in
    values)
      shift lines
      # In the order of the article, not of the alphabet. To _describe a colon is what the tab is here, and a backslash quotes.
      lines=("${(@)${(@)lines//\\/\\\\}/$'\t'/:}")
      _describe -V kimtrip lines
      ;;
    directories | files)
      # Zsh expands ~ only where a word begins, so in --data=~/story kimtrip would get it as it is.
      [[ $PREFIX == --*=* ]] && compset -P '*=' && PREFIX=${PREFIX/#\~\//$HOME/}
      if [[ $lines[1] == files ]]; then _files; else _files -/; fi
      ;;
  esac
}

# From a folder of fpath the file is the function itself.
if [[ $funcstack[1] == _kimtrip ]]; then _kimtrip "$@"; else compdef _kimtrip kimtrip; fi
