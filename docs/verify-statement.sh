#!/usr/bin/env bash
# Checks downloaded statements offline: that every posting was sealed as it stands, and that none is missing in between.
# Needs bash and OpenSSL 3 and nothing else; verify-a-statement.md, beside this file, explains each step.
#
#   verify-statement.sh [-k FINGERPRINT] FILE...
#
# -k  the fingerprint of a sealing key that you trust; every key in use must then be that one or be connected to it.
# Several files are checked together: the pages of one statement, or an old download beside a new one.
set -euo pipefail
export LC_ALL=C

fail() {
    echo "NOT VERIFIED: $*" >&2
    exit 1
}

trusted=
while getopts k: option; do
    case $option in
        k) trusted=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/hash"

uuid='[0-9a-f-]{36}'
hash='[0-9a-f]{64}'
time='[0-9-]{10}T[0-9:.]{15}Z'
text='"([^"\\]|\\.)*"'
public='MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}='
signature='[A-Za-z0-9+/]{86}=='
head_line="^\{\"format\":\"lodestone-statement-proof/1\",\"memberId\":\"($uuid)\",\"asset\":\"([A-Z]+)\",\"after\":[0-9]+,"
head_line+="\"next\":([0-9]+|null),\"unsealed\":([0-9]+),$"
key_line="^\{\"key\":(\{\"format\":\"lodestone-key/1\",\"fromBlock\":[0-9]+,\"introducedAt\":\"$time\",\"keyId\":\"($hash)\","
key_line+="(\"previousKeyId\":\"($hash)\",)?\"publicKey\":\"($public)\"\}),"
key_line+="\"signature\":\"($signature)\",\"previousSignature\":(null|\"($signature)\")\},?$"
block_line="^\{\"block\":(\{\"firstTx\":[0-9]+,\"format\":\"lodestone-block/[123]\",\"keyId\":\"($hash)\",\"lastTx\":[0-9]+,"
block_line+="\"number\":([0-9]+),\"postings\":([0-9]+),\"previous\":\"$hash\",\"root\":\"($hash)\",\"sealedAt\":\"$time\"\}),"
block_line+="\"signature\":\"($signature)\"\},?$"
posting_line="^\{\"posting\":(\{\"accountVersion\":([0-9]+),(\"actor\":$text,)?\"amount\":([0-9]+),\"asset\":\"([A-Z]+)\",\"availableAfter\":(-?[0-9]+),"
posting_line+="\"causeId\":\"$uuid\",\"causeType\":$text,\"from\":\"([A-Z]+)\",\"heldAfter\":([0-9]+),\"id\":\"$uuid\","
posting_line+="\"kind\":\"([A-Z_]+)\",(\"lotTerms\":$text,)?(\"lots\":$text,)?\"memberId\":\"($uuid)\",(\"note\":$text,)?\"occurredAt\":\"($time)\",(\"orderId\":$text,)?"
posting_line+="\"pendingAfter\":([0-9]+),\"postedAt\":\"$time\",(\"reverses\":\"$uuid\",)?(\"ruleCode\":$text,)?"
posting_line+="(\"ruleVersion\":[0-9]+,)?\"to\":\"([A-Z]+)\",\"tx\":[0-9]+\}),"
posting_line+="\"block\":([0-9]+),\"leaf\":([0-9]+),\"path\":\[([0-9a-f\",]*)\]\},?$"

# --- 1. Take the files apart. What is not exactly as the service writes it is refused. ---
member= asset= next= unsealed=0
key_ids=() key_records=() key_publics=() key_previous=() key_signatures=() key_previous_signatures=()
block_headers=() block_keys=() block_sizes=() block_roots=() block_signatures=()
postings=() versions=() postings_block=() leaf=() path=()
available=() pending=() held=() amount=() from=() to=() kind=() occurred=()

index_of_key() {
    local i
    for ((i = 0; i < ${#key_ids[@]}; i++)); do
        if [ "${key_ids[i]}" = "$1" ]; then
            echo "$i"
            return
        fi
    done
    fail "key $1 is used and not given"
}

read_head() {
    [ -z "$member" ] || [ "$member $asset" = "${BASH_REMATCH[1]} ${BASH_REMATCH[2]}" ] || fail "the files are of different accounts"
    member=${BASH_REMATCH[1]} asset=${BASH_REMATCH[2]} next=${BASH_REMATCH[3]} unsealed=${BASH_REMATCH[4]}
}

read_key() {
    local i
    for ((i = 0; i < ${#key_ids[@]}; i++)); do
        if [ "${key_ids[i]}" = "${BASH_REMATCH[2]}" ]; then
            [ "${key_records[i]}" = "${BASH_REMATCH[1]}" ] || fail "key ${BASH_REMATCH[2]} was brought in in two ways"
            return 0
        fi
    done
    i=${#key_ids[@]}
    key_records[i]=${BASH_REMATCH[1]} key_ids[i]=${BASH_REMATCH[2]} key_previous[i]=${BASH_REMATCH[4]} key_publics[i]=${BASH_REMATCH[5]}
    key_signatures[i]=${BASH_REMATCH[6]} key_previous_signatures[i]=${BASH_REMATCH[8]}
}

read_block() {
    local n=${BASH_REMATCH[3]}
    [ -z "${block_headers[n]:-}" ] || [ "${block_headers[n]}" = "${BASH_REMATCH[1]}" ] \
        || fail "block $n is another one in another file: the book was sealed anew"
    block_headers[n]=${BASH_REMATCH[1]} block_keys[n]=${BASH_REMATCH[2]} block_sizes[n]=${BASH_REMATCH[4]}
    block_roots[n]=${BASH_REMATCH[5]} block_signatures[n]=${BASH_REMATCH[6]}
}

read_posting() {
    local v=${BASH_REMATCH[2]}
    [ "${BASH_REMATCH[16]} ${BASH_REMATCH[6]}" = "$member $asset" ] || fail "posting $v is of another account"
    [ -z "${postings[v]:-}" ] || [ "${postings[v]}" = "${BASH_REMATCH[1]}" ] || fail "posting $v is another one in another file"
    postings[v]=${BASH_REMATCH[1]} amount[v]=${BASH_REMATCH[5]} available[v]=${BASH_REMATCH[7]} from[v]=${BASH_REMATCH[9]}
    held[v]=${BASH_REMATCH[10]} kind[v]=${BASH_REMATCH[11]} occurred[v]=${BASH_REMATCH[19]} pending[v]=${BASH_REMATCH[22]}
    to[v]=${BASH_REMATCH[27]} postings_block[v]=${BASH_REMATCH[28]} leaf[v]=${BASH_REMATCH[29]}
    path[v]=${BASH_REMATCH[30]//\"/}
    path[v]=${path[v]//,/ }
}

for file in "$@"; do
    part=head
    while IFS= read -r line || [ -n "$line" ]; do
        if [ "$part" = head ]; then
            [[ $line =~ $head_line ]] || fail "$file is no statement proof as the service wrote it; download it again"
            read_head
            part=before-keys
        elif [ "$part:$line" = 'before-keys:"keys":[' ]; then part=keys
        elif [ "$part:$line" = 'keys:],' ]; then part=before-blocks
        elif [ "$part:$line" = 'before-blocks:"blocks":[' ]; then part=blocks
        elif [ "$part:$line" = 'blocks:],' ]; then part=before-postings
        elif [ "$part:$line" = 'before-postings:"postings":[' ]; then part=postings
        elif [ "$part:$line" = 'postings:]}' ]; then part=end
        elif [ "$part" = keys ] && [[ $line =~ $key_line ]]; then read_key
        elif [ "$part" = blocks ] && [[ $line =~ $block_line ]]; then read_block
        elif [ "$part" = postings ] && [[ $line =~ $posting_line ]]; then read_posting
        else fail "$file has a line that the service did not write so: ${line:0:100}"
        fi
    done < "$file"
    [ "$part" = end ] || fail "$file ends too early"
done
versions=(${postings[@]+"${!postings[@]}"})

# --- 2. Keys: each is named by its fingerprint, and signed what brought it in; one that vouches for the next connects the two. ---
signed() { # public key, content, signature
    printf %s "$1" | openssl base64 -d -A > "$work/key"
    printf %s "$2" > "$work/content"
    printf %s "$3" | openssl base64 -d -A > "$work/signature"
    openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/content" -sigfile "$work/signature" > /dev/null 2>&1
}

connected=() # pairs of keys that vouch for each other
for ((i = 0; i < ${#key_ids[@]}; i++)); do
    fingerprint=$(printf %s "${key_publics[i]}" | openssl base64 -d -A | openssl dgst -sha256 -r)
    [ "${fingerprint%% *}" = "${key_ids[i]}" ] || fail "key ${key_ids[i]} is not the key of this fingerprint"
    signed "${key_publics[i]}" "${key_records[i]}" "${key_signatures[i]}" || fail "key ${key_ids[i]} did not sign the record that brought it in"
    if [ -n "${key_previous_signatures[i]}" ]; then
        before=$(index_of_key "${key_previous[i]}")
        signed "${key_publics[before]}" "${key_records[i]}" "${key_previous_signatures[i]}" || fail "key ${key_previous[i]} did not vouch for ${key_ids[i]}"
        connected+=("$before $i")
    fi
done

reached=" "
if [ -n "$trusted" ]; then
    reached=" $(index_of_key "$trusted") "
    for ((round = 0; round < ${#key_ids[@]}; round++)); do
        for pair in ${connected[@]+"${connected[@]}"}; do
            case $reached in
                *" ${pair% *} "* | *" ${pair#* } "*) reached+="$pair " ;;
            esac
        done
    done
fi

# --- 3. Blocks: each header is signed by the key that it names. ---
used=" "
for n in ${block_headers[@]+"${!block_headers[@]}"}; do
    i=$(index_of_key "${block_keys[n]}")
    signed "${key_publics[i]}" "${block_headers[n]}" "${block_signatures[n]}" || fail "the signature of block $n is not that of its key"
    case $used in *" $i "*) ;; *) used+="$i " ;; esac
    if [ -n "$trusted" ]; then
        case $reached in *" $i "*) ;; *) fail "block $n is signed by ${block_keys[n]}, which nothing connects with the key that you trust" ;; esac
    fi
done

# --- 4. Postings: RFC 6962 leaf hashes, then up the paths to the roots, by RFC 9162, section 2.1.3.2. ---
node=() # the hash at which each posting has arrived
hash_files() { # hashes all files named after a posting and forgets them
    local result name
    while read -r result name; do
        node[${name#\*}]=$result
    done < <(cd "$work/hash" && find . -type f | sed 's,^\./,,' | xargs openssl dgst -sha256 -r)
    find "$work/hash" -type f -exec rm {} +
}

first=() last=()
for v in ${versions[@]+"${versions[@]}"}; do
    n=${postings_block[v]}
    [ -n "${block_headers[n]:-}" ] || fail "posting $v names block $n, which is not given"
    [ "${leaf[v]}" -lt "${block_sizes[n]}" ] || fail "posting $v cannot be leaf ${leaf[v]} of block $n"
    first[v]=${leaf[v]} last[v]=$((block_sizes[n] - 1))
    { printf '\0'; printf %s "${postings[v]}"; } > "$work/hash/$v"
done
[ ${#versions[@]} -eq 0 ] || hash_files

climbing=(${versions[@]+"${versions[@]}"})
while [ ${#climbing[@]} -gt 0 ]; do
    : > "$work/pairs"
    : > "$work/order"
    for v in "${climbing[@]}"; do
        beside=${path[v]%% *}
        [ -n "$beside" ] || continue
        path[v]=${path[v]#"$beside"} path[v]=${path[v]# }
        [ ${#beside} -eq 64 ] && [ "${last[v]}" -gt 0 ] || fail "the path of posting $v does not lead to a root"
        if ((first[v] % 2 == 1 || first[v] == last[v])); then
            echo "01$beside${node[v]}" >> "$work/pairs"
            while ((first[v] % 2 == 0 && first[v] > 0)); do first[v]=$((first[v] / 2)) last[v]=$((last[v] / 2)); done
        else
            echo "01${node[v]}$beside" >> "$work/pairs"
        fi
        first[v]=$((first[v] / 2)) last[v]=$((last[v] / 2))
        echo "$v" >> "$work/order"
    done
    climbing=()
    while read -r v <&3 && read -r bytes <&4; do
        printf "$bytes" > "$work/hash/$v"
        climbing+=("$v")
    done 3< "$work/order" 4< <(sed 's/../\\x&/g' "$work/pairs")
    [ ${#climbing[@]} -eq 0 ] || hash_files
done
for v in ${versions[@]+"${versions[@]}"}; do
    [ "${last[v]}" -eq 0 ] && [ "${node[v]}" = "${block_roots[${postings_block[v]}]}" ] \
        || fail "posting $v (${kind[v]} ${amount[v]}) is not what was sealed in block ${postings_block[v]}"
done

# --- 5. The account: no posting is missing in between, and each balance follows from the one before. ---
before=
for v in ${versions[@]+"${versions[@]}"}; do
    if [ -n "$before" ] || [ "$v" -eq 1 ]; then
        [ "$v" -eq $((${before:-0} + 1)) ] || fail "posting $((before + 1)) is missing"
        move=0 move_pending=0 move_held=0
        case ${from[v]} in
            AVAILABLE) move=-${amount[v]} ;; PENDING) move_pending=-${amount[v]} ;; HELD) move_held=-${amount[v]} ;;
        esac
        case ${to[v]} in
            AVAILABLE) move=${amount[v]} ;; PENDING) move_pending=${amount[v]} ;; HELD) move_held=${amount[v]} ;;
        esac
        was=0 was_pending=0 was_held=0
        [ -z "$before" ] || was=${available[before]} was_pending=${pending[before]} was_held=${held[before]}
        [ "${available[v]} ${pending[v]} ${held[v]}" = "$((was + move)) $((was_pending + move_pending)) $((was_held + move_held))" ] \
            || fail "the balances after posting $v do not follow from those after posting ${before:-0}"
    fi
    printf '%6d  %.10s  %-19s %12d  %s to %s, then available %s, pending %s, held %s\n' "$v" "${occurred[v]}" "${kind[v]}" "${amount[v]}" \
        "${from[v]}" "${to[v]}" "${available[v]}" "${pending[v]}" "${held[v]}"
    before=$v
done

echo
echo "VERIFIED: ${#versions[@]} postings in ${asset} of member $member stand as they were sealed."
[ ${#versions[@]} -eq 0 ] || [ "${versions[0]}" -eq 1 ] || echo "Postings before ${versions[0]} are not in these files."
[ "$next" = null ] || echo "There is more to download: ?after=$next"
[ "$unsealed" -eq 0 ] || echo "$unsealed newer postings are not sealed yet."
if [ -z "$trusted" ]; then
    for i in $used; do
        echo "Signed by key ${key_ids[i]}: compare this with the fingerprint that the brand publishes, and pass it with -k."
    done
fi
