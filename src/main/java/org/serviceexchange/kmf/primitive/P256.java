package org.serviceexchange.kmf.primitive;

import java.math.BigInteger;
import java.util.Base64;

/** The curve P-256 (FIPS 186-5), as far as a received public key must be checked before it is kept. */
public final class P256 {

    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final int LENGTH = 32;

    private P256() {}

    /**
     * Whether these coordinates, base64url without padding, are those of a point: 32 bytes each, below the prime of the
     * field, and y² = x³ - 3x + b. As the curve's cofactor is 1, every such point is a valid public key.
     */
    public static boolean hasPoint(String x, String y) {
        try {
            BigInteger first = coordinate(x);
            BigInteger second = coordinate(y);
            BigInteger right = first.pow(3).subtract(first.multiply(THREE)).add(B);
            return second.pow(2).subtract(right).mod(P).signum() == 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static BigInteger coordinate(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        BigInteger value = new BigInteger(1, bytes);
        if (bytes.length != LENGTH || value.compareTo(P) >= 0) {
            throw new IllegalArgumentException("not a coordinate");
        }
        return value;
    }
}
