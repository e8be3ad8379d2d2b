# Completion of kimtrip for fish: kimtrip completion fish | source

function __kimtrip_complete
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l current (commandline --cut-at-cursor --current-token)
    set -l lines (kimtrip complete -- $words[2..-1] "$current" 2>/dev/null)
    # The part of --data=DIR that is no path.
    set -l before (string match --regex -- '^--[^=]*=' "$current")
    set -l path (string replace --regex -- '^--[^=]*=' '' "$current")
    # Fish expands ~ only where a word begins: kimtrip would get --data=~/story as it is and find nothing there.
    test -n "$before"; and string match --quiet -- '~*' "$path"; and return
    switch "$lines[1]"
        case values
            printf '%s\n' $lines[2..-1]
        case directories
            printf '%s\n' "$before"(__fish_complete_directories "$path" '')
        case files
            # As for a command that fish does not know, whose words it takes for files, ~ included.
            printf '%s\n' "$before"(complete --do-complete="'' $path")
    end
end

complete --command kimtrip --erase
# In the order of the article, not of the alphabet.
complete --command kimtrip --no-files --keep-order --arguments '(__kimtrip_complete)'
