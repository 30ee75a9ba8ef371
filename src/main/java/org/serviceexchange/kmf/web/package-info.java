/** The page "Key Management, Health (Diagnostics)". */
@NullMarked
package org.serviceexchange.kmf.web;

import org.jspecify.annotations.NullMarked;
