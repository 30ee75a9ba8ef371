/** The endpoint for claims. */
@NullMarked
package org.serviceexchange.provider.claim.web;

import org.jspecify.annotations.NullMarked;
