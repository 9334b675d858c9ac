package main

// Whose signatures a policy (C2SP tlog-policy) asks for, and whether a checkpoint bears them.

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// cosigner verifies C2SP tlog-cosignature v1, which golang.org/x/mod does not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(c.key, append([]byte(head), msg...), sig[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		fail("no key of a witness: " + vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err, "key of a witness")
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	must(err, "key of a witness")
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if len(key) != 33 || key[0] != 4 || binary.BigEndian.Uint32(sum[:]) != uint32(hash) {
		fail("no key of a witness: " + vkey)
	}
	return cosigner{parts[0], uint32(hash), key[1:]}
}

type policy struct {
	logs    []note.Verifier
	all     []note.Verifier
	name    map[string]string // name in the policy by name of the key
	group   map[string][]string
	need    map[string]int
	quorum  string
	witness int
}

func readPolicy(file string) policy {
	text, err := os.ReadFile(file)
	must(err, "policy")
	p := policy{name: map[string]string{}, group: map[string][]string{}, need: map[string]int{}}
	for _, line := range strings.Split(string(text), "\n") {
		w := strings.Fields(line)
		switch {
		case len(w) == 0 || strings.HasPrefix(w[0], "#"):
		case w[0] == "log":
			log, err := note.NewVerifier(w[1])
			must(err, "key of the record")
			p.logs, p.all = append(p.logs, log), append(p.all, log)
		case w[0] == "witness":
			c := newCosigner(w[2])
			p.all, p.name[c.name] = append(p.all, c), w[1]
			p.witness++
		case w[0] == "group":
			k, known := map[string]int{"any": 1, "all": len(w) - 3}[w[2]]
			if !known {
				k, err = strconv.Atoi(w[2])
				must(err, "policy")
			}
			p.group[w[1]], p.need[w[1]] = w[3:], k
		case w[0] == "compromised": // time stamps are read by the other program only: here such a key proves nothing
			p.distrust(w[1])
		case w[0] == "quorum":
			p.quorum = w[1]
		}
	}
	if len(p.logs) == 0 || p.quorum == "" {
		fail("the policy names no record or no quorum")
	}
	return p
}

func (p *policy) distrust(vkey string) {
	key, err := note.NewVerifier(vkey)
	must(err, "compromised key")
	for _, list := range []*[]note.Verifier{&p.logs, &p.all} {
		var rest []note.Verifier
		for _, v := range *list {
			if v.Name() != key.Name() || v.KeyHash() != key.KeyHash() {
				rest = append(rest, v)
			}
		}
		*list = rest
	}
}

func (p policy) reached(name string, seen map[string]bool) bool {
	if p.group[name] == nil {
		return name == "none" || seen[name]
	}
	n := 0
	for _, member := range p.group[name] {
		if p.reached(member, seen) {
			n++
		}
	}
	return n >= p.need[name]
}

// isLog tells a signature of the record, which has two keys while they are exchanged, from one of a witness.
func (p policy) isLog(s note.Signature) bool {
	for _, log := range p.logs {
		if s.Name == log.Name() && s.Hash == log.KeyHash() {
			return true
		}
	}
	return false
}

// open returns the tree of a signed note of the record, and which witnesses have cosigned it. An earlier checkpoint may be
// signed by keys that the policy does not name any more: it still has to be a beginning of the record.
func (p policy) open(file string, earlier bool) (tlog.Tree, map[string]bool) {
	text, err := os.ReadFile(file)
	must(err, file)
	n, err := note.Open(text, note.VerifierList(p.all...))
	var other *note.UnverifiedNoteError
	if earlier && errors.As(err, &other) {
		n = other.Note
		n.Sigs = nil
	} else {
		must(err, file)
		earlier = false
	}
	lines, seen, signed := strings.Split(n.Text, "\n"), map[string]bool{}, earlier && strings.HasPrefix(n.Text, p.logs[0].Name()+"\n")
	for _, s := range n.Sigs {
		if !p.isLog(s) {
			seen[p.name[s.Name]] = true
		} else if s.Name == lines[0] {
			signed = true
		}
	}
	if !signed || len(lines) < 4 {
		fail(file + " is not signed by the record")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, file)
	root, err := tlog.ParseHash(lines[2])
	must(err, file)
	return tlog.Tree{N: size, Hash: root}, seen
}
