/** The page on which somebody who has the link declines it. */
@NullMarked
package org.serviceexchange.provider.invitation.web;

import org.jspecify.annotations.NullMarked;
