/** The endpoint of the key exchange. */
@NullMarked
package org.serviceexchange.provider.keyexchange.web;

import org.jspecify.annotations.NullMarked;
