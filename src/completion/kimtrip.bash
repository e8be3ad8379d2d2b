# shellcheck shell=bash
# Completion of kimtrip for bash 4.3 or later: source <(kimtrip completion bash)

_kimtrip() {
  local current=$2 before=${COMP_LINE:0:COMP_POINT} words=() pieces piece previous='' kind value
  COMPREPLY=()

  # Bash takes --about=xi for three words; here they are one again, unless a space ends the last of them.
  pieces=("${COMP_WORDS[@]:1:COMP_CWORD}")
  [[ ${pieces[-1]} == '=' ]] || pieces[-1]=$current
  for piece in "${pieces[@]}"; do
    if [[ ${#words[@]} -gt 0 && ($piece == '=' || $previous == '=') && ! ($piece == '' && $before == *' ') ]]; then
      words[-1]+=$piece
    else
      words+=("$piece")
    fi
    previous=$piece
  done

  # Words come with their quotes. Completion never executes or expands text from a claim set or from the command line.
  words=("${words[@]//[\"\'\\]/}")
  current=${current//[\"\'\\]/}
  before=${words[-1]%"$current"}

  {
    read -r kind
    case $kind in
      values)
        while IFS=$'\t' read -r value _; do
          [[ $value == "$before$current"* ]] && COMPREPLY+=("${value#"$before"}")
        done
        # In the order of the article, not of the alphabet.
        compopt -o nosort 2> /dev/null
        ;;
      directories | files)
        compopt -o filenames 2> /dev/null
        # Bash expands ~ only where a word begins, so in --data=~/story kimtrip would get it as it is.
        [[ $before ]] && current=${current/#\~\//$HOME/}
        while IFS= read -r value; do COMPREPLY+=("$value"); done < <(
          if [[ $kind == files ]]; then compgen -f -- "$current"; else compgen -d -- "$current"; fi
        )
        ;;
    esac
  } < <(kimtrip complete -- "${words[@]}" 2> /dev/null)
}

complete -F _kimtrip kimtrip
