"""The sentences of other packages whose Dutch is not ours: it says "je", or is no plain Dutch.

They are the packages' own English; the Dutch stands in our catalogue, which is read first.
A test looks for what a new version of the sign-in package adds.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

SENTENCES = (
    _("You cannot remove your primary email address."),
    _("The email address and/or password you specified are not correct."),
    _("Please type your current password."),
    _("You cannot add more than %d email addresses."),
    _("Your primary email address must be verified."),
    _("Username can not be used. Please use other username."),
    _("The username and/or password you specified are not correct."),
    _("Be patient, you are sending too many requests."),
    _("Use your password"),
    _("You must type the same password each time."),
    _("You must type the same email each time."),
    _("You cannot add an email address to an account protected by two-factor authentication."),
    _("You cannot deactivate two-factor authentication."),
    _("You cannot generate recovery codes without having two-factor authentication enabled."),
    _("You cannot activate two-factor authentication until you have verified your email address."),
    _(
        "Enabling passwordless operation allows you to sign in using just this key, but "
        "imposes additional requirements such as biometrics or PIN protection."
    ),
    _(
        "An account already exists with this email address. Please sign in to that "
        "account first, then connect your %s account."
    ),
    _("Your account has no password set up."),
    _("Your account has no verified email address."),
    _("You cannot disconnect your last remaining third-party account."),
    _("Please reauthenticate to safeguard your account."),
    _("The following email addresses are associated with your account:"),
    _("Do you really want to remove the selected email address?"),
    _("Your email address is still pending verification."),
    _("If you have not created an account yet, then please %(link)ssign up%(end_link)s first."),
    _("Sign in with a passkey"),
    _("Are you sure you want to sign out?"),
    _("You cannot remove your primary email address (%(email)s)."),
    _("You have confirmed %(email)s."),
    _("Successfully signed in as %(name)s."),
    _("You have signed out."),
    _("Password successfully set."),
    _(
        "Forgotten your password? Enter your email address below, and we'll send you an "
        "email allowing you to reset it."
    ),
    _("Please contact us if you have any trouble resetting your password."),
    _(
        "We have sent you an email. If you have not received it please check your spam "
        "folder. Otherwise contact us if you do not receive it in a few minutes."
    ),
    _(
        "The password reset link was invalid, possibly because it has already been used. "
        ' Please request a <a href="%(passwd_reset_url)s">new password reset</a>.'
    ),
    _("Your password is now changed."),
    _("Enter your password:"),
    _("You will receive a special code for a password-free sign-in."),
    _("Already have an account? Then please %(link)ssign in%(end_link)s."),
    _("We are sorry, but the sign up is currently closed."),
    _("You are already logged in as %(user_display)s."),
    _(
        "You currently do not have any email address set up. You should really add an "
        "email address so you can receive notifications, reset your password, etc."
    ),
    _("Verify Your Email Address"),
    _(
        "We have sent an email to you for verification. Follow the link provided to "
        "finalize the signup process. If you do not see the verification email in your "
        "main inbox, check your spam folder. Please contact us if you do not receive the "
        "verification email within a few minutes."
    ),
    _(
        "This part of the site requires us to verify that\n"
        "you are who you claim to be. For this purpose, we require that you\n"
        "verify ownership of your email address. "
    ),
    _(
        "We have sent an email to you for\n"
        "verification. Please click on the link inside that email. If you do not see the "
        "verification email in your main inbox, check your spam folder. Otherwise\n"
        "contact us if you do not receive it within a few minutes."
    ),
    _(
        '<strong>Note:</strong> you can still <a href="%(email_url)s">change your email '
        "address</a>."
    ),
    _(
        "Your account is protected by two-factor authentication. Please enter an "
        "authenticator code:"
    ),
    _("You are about to generate a new set of recovery codes for your account."),
    _("Are you sure?"),
    _(
        "To protect your account with two-factor authentication, scan the QR code below "
        "with your authenticator app. Then, input the verification code generated by the "
        "app below."
    ),
    _("You can store this secret and use it to reinstall your authenticator app at a later time."),
    _("You are about to deactivate authenticator app based authentication. Are you sure?"),
    _(
        "If you choose to trust this browser, you will not be asked for a verification "
        "code the next time you sign in."
    ),
    _("Are you sure you want to remove this security key?"),
    _(
        "You are about to create a passkey for your account. As you can add additional "
        "keys later on, you can use a descriptive name to tell the keys apart."
    ),
    _("An error occurred while attempting to login via your third-party account."),
    _("You can sign in to your account using any of the following third-party accounts:"),
    _("You currently have no third-party accounts connected to this account."),
    _("You are about to connect a new third-party account from %(provider)s."),
    _("You are about to sign in using a third-party account from %(provider)s."),
    _(
        "You decided to cancel logging in to our site using one of your existing "
        'accounts. If this was a mistake, please proceed to <a href="%(login_url)s">sign '
        "in</a>."
    ),
    _("- Select an option -"),
    _("Two-Factor Authentication"),
    _("Authenticator App"),
    _("An authenticator app is not active."),
    _("Authentication using an authenticator app is active."),
    _("Activate"),
    _("Deactivate"),
    _("Generate"),
    _("View"),
    _("No security keys have been added."),
    _("No recovery codes set up."),
    _("Account Connections"),
    _("Add a Third-Party Account"),
    _("Activate Authenticator App"),
    _("Deactivate Authenticator App"),
    _("Authenticator secret"),
    _("Authenticator code"),
    _("Enter an authenticator code:"),
    _("Authenticator app activated."),
    _("Authenticator app deactivated."),
    _("Passwordless"),
    _("Password successfully changed."),
    _("Add Security Key"),
    _("Remove Security Key"),
    _("Edit Security Key"),
    _("Passkey"),
    _("Create Passkey"),
    _("This functionality requires JavaScript."),
    _("Account Inactive"),
    _("This account is inactive."),
    _("Sign Up Closed"),
    _("This action will invalidate your existing codes."),
    _("Incorrect code."),
)
COUNTED = (
    ngettext_lazy(
        "You have added %(count)s security key.", "You have added %(count)s security keys."
    ),
)
