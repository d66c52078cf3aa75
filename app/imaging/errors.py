"""What can keep an image from being taken into the vault, told apart."""

from __future__ import annotations

from app.errors import AppError


class ImageError(AppError):
    """An image could not be taken in."""


class NotAnImageError(ImageError):
    """The bytes are of no kind of image that is kept."""

    message = (
        "That is not an image that Greenroom keeps. Your text is as it was. "
        "Choose a PNG, JPEG, GIF, WebP or BMP file."
    )


class ImageDamagedError(ImageError):
    """An image breaks off or contradicts itself."""

    message = (
        "That image is damaged and was not added. Your text is as it was. "
        "Open it in another program, save it again and add the new file."
    )


class ImageTooLargeError(ImageError):
    """A file has more bytes than one image may have."""

    message = (
        "That image has more than {megabytes} MB and was not added. Your text is as it was. "
        "Make it smaller in another program and add it again."
    )


class TooManyPixelsError(ImageError):
    """An image is so wide and high that showing it would need too much memory."""

    message = (
        "That image has more than {megapixels} megapixels and was not added. Your text is as it "
        "was. Make it smaller in another program and add it again."
    )


class ImageUnreadableError(ImageError):
    """The file that holds an image cannot be read."""

    message = (
        "That file could not be read, so nothing was added. Your text is as it was. "
        "Check that it is still there and that you may open it."
    )
