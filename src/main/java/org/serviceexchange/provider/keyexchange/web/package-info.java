/** Where consumers exchange keys. */
@NullMarked
package org.serviceexchange.provider.keyexchange.web;

import org.jspecify.annotations.NullMarked;
