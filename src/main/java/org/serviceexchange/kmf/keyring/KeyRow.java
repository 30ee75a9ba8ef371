package org.serviceexchange.kmf.keyring;

import java.time.Instant;
import java.util.Arrays;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A key as stored in the database. After every change the row must be authenticated again.
 *
 * @param version 1 and up within the name
 * @param wrappedBy id of the key that wraps this one: a version of the key encryption key, for good, or a root key
 * @param wrapped the wrapped secret key bytes; zeros once destroyed
 * @param publicPart the public key; empty if there is none
 * @param sentinel a known text encrypted under this key, to prove that the key still works; empty if there is none
 * @param stateSince when the key entered its state
 * @param authentication HMAC over all other fields
 */
@SuppressWarnings("ArrayRecordComponent") // rows are compared by id only
public record KeyRow(
        String id,
        KeyName name,
        String algorithm,
        int version,
        KeyState state,
        String wrappedBy,
        byte[] wrapped,
        byte[] publicPart,
        byte[] sentinel,
        Instant createdAt,
        Instant stateSince,
        Instant expiresAt,
        byte[] authentication) {

    /** Associated data that binds the wrapped bytes to this row. */
    public byte[] associatedData(String instance) {
        return LengthPrefixedFields.encode(
                "kmf-wrap", instance, id, name.module(), name.purpose(), algorithm, version, wrappedBy);
    }

    /** The input of the row's HMAC: everything that must not be edited. */
    public byte[] authenticated(String instance) {
        return LengthPrefixedFields.encode(
                "kmf-row",
                instance,
                id,
                name.module(),
                name.purpose(),
                algorithm,
                version,
                state.name(),
                wrappedBy,
                wrapped,
                publicPart,
                sentinel,
                createdAt.toString(),
                stateSince.toString(),
                expiresAt.toString());
    }

    /** The same key in another state; an illegal transition is a {@code KEY_STATE_FORBIDS} problem. */
    KeyRow moved(KeyState next, Instant at) {
        if (!state.mayBecome(next)) {
            throw new Problem(ProblemCode.KEY_STATE_FORBIDS, id, state.label(), next.label());
        }
        boolean destroyed = next == KeyState.DESTROYED;
        byte[] left = destroyed ? new byte[wrapped.length] : wrapped;
        byte[] text = destroyed ? new byte[sentinel.length] : sentinel;
        return with(next, at, left, text, authentication);
    }

    /** The same key, to be wrapped by another one. */
    KeyRow under(String other) {
        return new KeyRow(
                id,
                name,
                algorithm,
                version,
                state,
                other,
                wrapped,
                publicPart,
                sentinel,
                createdAt,
                stateSince,
                expiresAt,
                authentication);
    }

    KeyRow wrapped(byte[] bytes) {
        return with(state, stateSince, bytes, sentinel, authentication);
    }

    KeyRow sentinel(byte[] bytes) {
        return with(state, stateSince, wrapped, bytes, authentication);
    }

    KeyRow authentication(byte[] tag) {
        return with(state, stateSince, wrapped, sentinel, tag);
    }

    /** The same row under another name, to prove that such a row is refused. */
    KeyRow of(KeyName other) {
        return new KeyRow(
                id,
                other,
                algorithm,
                version,
                state,
                wrappedBy,
                wrapped,
                publicPart,
                sentinel,
                createdAt,
                stateSince,
                expiresAt,
                authentication);
    }

    /** The same row in another state, without a transition, to prove that such a row is refused. */
    KeyRow in(KeyState other) {
        return with(other, stateSince, wrapped, sentinel, authentication);
    }

    private KeyRow with(KeyState next, Instant since, byte[] secret, byte[] text, byte[] tag) {
        return new KeyRow(
                id,
                name,
                algorithm,
                version,
                next,
                wrappedBy,
                secret,
                publicPart,
                text,
                createdAt,
                since,
                expiresAt,
                tag);
    }

    /** Rows are equal if they have the same key id. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRow row && id.equals(row.id) && Arrays.equals(authentication, row.authentication);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "KeyRow[" + name + " " + version + " " + id + " " + state + "]";
    }
}
