/** Task listeners of the authorization. */
@NullMarked
package org.serviceexchange.consumer.authorization.engine;

import org.jspecify.annotations.NullMarked;
