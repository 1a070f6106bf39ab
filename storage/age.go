package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"
)

// What can be wrong with an encrypted copy.
var (
	ErrPassphrase   = errors.New("the passphrase is not the one this copy was encrypted with: type it again, capital letters and the keyboard's language count")
	ErrNotEncrypted = errors.New("this file is not an encrypted copy of a library: open it as a library, or choose a file that Mutatis encrypted")
	ErrNoPassphrase = errors.New("an encrypted copy needs a passphrase: give it one that you can remember and no one can guess")
)

// hardest is how much work, as a power of two, a file may ask for to try a passphrase: about ten seconds. Ours ask for 2^18.
const hardest = 22

// encrypted lets write fill a passing file beside the library, whose folder is as private as the library, and encrypts that
// into path. The plain file does not outlive the call.
func (l *Library) encrypted(ctx context.Context, path, passphrase string, write func(plain string) error) error {
	plain, err := os.CreateTemp(filepath.Dir(l.path), ".plain-*.mutatis") // mode 0600
	if err != nil {
		return err
	}
	plain.Close()
	defer os.Remove(plain.Name())
	defer os.Remove(plain.Name() + "-journal")
	if err := write(plain.Name()); err != nil {
		return err
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	return through(ctx, plain.Name(), path, func(out io.Writer, in io.Reader) error {
		w, err := age.Encrypt(out, to)
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, in); err != nil {
			return err
		}
		return w.Close()
	})
}

// OpenEncrypted decrypts a copy of a library into a new file at path, which must not be there yet. The whole file is
// there afterwards or nothing. It does not open it.
func OpenEncrypted(ctx context.Context, encrypted, passphrase, path string) error {
	return explain("open the encrypted copy "+filepath.Base(encrypted), decrypt(ctx, encrypted, passphrase, path))
}

func decrypt(ctx context.Context, encrypted, passphrase, path string) error {
	if passphrase == "" {
		return ErrPassphrase
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if exists(path) {
		return fmt.Errorf("%s is there already: choose another name", path)
	}
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return err
	}
	identity.SetMaxWorkFactor(hardest)
	return replace(path, func(temp string) error {
		err := through(ctx, encrypted, temp, func(out io.Writer, in io.Reader) error {
			r, err := age.Decrypt(in, identity)
			if err != nil {
				return wrongKey(err)
			}
			if _, err := io.Copy(out, r); err != nil {
				return fmt.Errorf("%w (%w)", ErrDamaged, err)
			}
			return nil
		})
		if err != nil {
			return err
		}
		return checkCopy(ctx, temp)
	})
}

func wrongKey(err error) error {
	if wrong := new(age.NoIdentityMatchError); errors.As(err, &wrong) || errors.Is(err, age.ErrIncorrectIdentity) {
		return ErrPassphrase
	}
	return fmt.Errorf("%w (%w)", ErrNotEncrypted, err)
}

// through streams one file into another, which is there already.
func through(ctx context.Context, from, to string, copy func(io.Writer, io.Reader) error) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if err := copy(out, cancellable{ctx, in}); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// cancellable ends reading when its context does.
type cancellable struct {
	ctx context.Context
	io.Reader
}

// Read implements io.Reader.
func (c cancellable) Read(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Reader.Read(b)
}
