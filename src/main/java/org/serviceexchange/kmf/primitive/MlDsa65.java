package org.serviceexchange.kmf.primitive;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** ML-DSA-65 (FIPS 204) with a context: the post-quantum half of the composite signature. */
final class MlDsa65 {

    static final int SEED_LENGTH = 32;
    static final int PUBLIC_KEY_LENGTH = 1952;
    static final int SIGNATURE_LENGTH = 3309;

    private MlDsa65() {}

    static byte[] publicKey(byte[] seed) {
        return privateKey(seed).getPublicKey();
    }

    static byte[] sign(byte[] seed, byte[] context, byte[] message, SecureRandom random)
            throws GeneralSecurityException {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, new ParametersWithContext(new ParametersWithRandom(privateKey(seed), random), context));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new GeneralSecurityException("ML-DSA-65 could not sign", e);
        }
    }

    static boolean verifies(byte[] publicKey, byte[] context, byte[] message, byte[] signature) {
        if (publicKey.length != PUBLIC_KEY_LENGTH || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        MLDSASigner verifier = new MLDSASigner();
        MLDSAPublicKeyParameters key = new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, publicKey);
        verifier.init(false, new ParametersWithContext(key, context));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    private static MLDSAPrivateKeyParameters privateKey(byte[] seed) {
        return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed);
    }
}
